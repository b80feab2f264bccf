"""Reads news articles: entities, quotes with speakers, events and times.

    >>> from dateline import Pipeline
    >>> answer = Pipeline().extract("It rained in Lisbon, said Ana Prado.", published_at="2025-08-24")
    >>> [entity["name"] for entity in answer["entities"]]
    ['Lisbon', 'Ana Prado']

Requests and answers are those of the HTTP service, byte for byte.
"""

from dateline._native import SERVICE
from dateline.pipeline import Answer, Article, Pipeline
from dateline.problem import Problem

__all__ = ["Answer", "Article", "Pipeline", "Problem", "__version__"]
__version__ = SERVICE.rpartition("/")[2]
