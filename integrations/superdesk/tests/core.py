"""Loads the AI services of the published superdesk-core wheel without the rest of Superdesk.

Real code: ``superdesk.errors``, ``superdesk.text_checkers.ai`` (endpoints, base class and registry) and its ``imatrics`` module.
Stubs: the packages that Superdesk needs (Flask, Eve, Cerberus, Elasticsearch) and its resources, services and text utilities.
"""

import importlib.metadata
import sys
import types
from unittest import mock


class Config:
    """The part of a Flask application that services read."""

    def __init__(self, **config):
        self.config = config


class BaseService:
    def __init__(self, endpoint, backend=None):
        self.endpoint = endpoint


def stub(name, **members):
    module = types.ModuleType(name)
    vars(module).update(members)
    sys.modules[name] = module
    return module


def load():
    """Puts the wheel's modules and the stubs into ``sys.modules``; returns the version of superdesk-core."""
    wheel = importlib.metadata.distribution("superdesk-core")
    stub("flask", current_app=Config())
    stub("cerberus", DocumentError=Exception)
    stub("eve")
    stub("eve.endpoints", send_response=mock.Mock())
    stub("werkzeug")
    stub("werkzeug.exceptions", HTTPException=Exception)
    stub("elasticsearch")
    stub("elasticsearch.exceptions", ConnectionTimeout=Exception)
    # A package whose modules are the wheel's, without its __init__.py, which imports all of Superdesk.
    stub("superdesk", __path__=[str(wheel.locate_file("superdesk"))], get_backend=mock.Mock(), get_resource_service=mock.Mock())
    stub("superdesk.resource", Resource=object)
    stub("superdesk.services", BaseService=BaseService)
    stub("superdesk.utils", AllowedContainer=list, save_error_data=mock.Mock())
    stub("superdesk.text_utils", get_text=lambda markup, *rest: markup)
    return wheel.version
