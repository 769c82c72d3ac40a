from extensions.mail._base import Base


class Digest(Base):
    description = "Sends a digest."
