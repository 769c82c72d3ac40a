"""Builds invoices."""


class InvoiceStepBuilder:
    def create_step(self):
        return {"kind": "invoice"}
