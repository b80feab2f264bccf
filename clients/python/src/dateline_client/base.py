"""What all models of requests and answers have in common."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A JSON object of the service.

    Fields that this release of the client does not know are kept; `model_extra` has them. Errors of validation never quote the
    value, which may be unpublished copy.
    """

    model_config = ConfigDict(extra="allow", hide_input_in_errors=True, protected_namespaces=())
