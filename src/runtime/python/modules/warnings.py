"""Warnings are not shown here, so there is nothing to filter."""


def filterwarnings(action, *_, **__):
    pass


simplefilter = warn = filterwarnings
