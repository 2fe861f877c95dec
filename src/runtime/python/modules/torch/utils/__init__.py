def __getattr__(name):
    if name == "data":
        return __import__("torch.utils.data").utils.data
    raise AttributeError("torch.utils.%s isn't part of this course's torch" % name)
