from airflow.models import BaseOperator


class Load(BaseOperator):
    input_schema = "raw"
    output_schema = "clean"

    def execute(self, context):
        return None
