"""Imports what the variable IMPORTS names, and answers: what does an import cost a cold start?"""

import importlib
import os

for name in os.environ.get("IMPORTS", "").split():
    importlib.import_module(name)


def handler(event, context):
    return {"imported": os.environ.get("IMPORTS", "")}
