"""Writes the fixtures with h5py, as other tools write NIR: run in this folder, last with h5py 3.7 and HDF5 1.10."""
import h5py
import numpy as np

TEXT = h5py.string_dtype()


def lif(nodes, name, shape, dtype=np.float32, v_reset=True, text=None, **how):
    node = nodes.create_group(name)
    node.create_dataset("type", data=b"LIF" if text == "fixed" else "LIF", dtype=None if text == "fixed" else text or TEXT)
    values = np.arange(1, np.prod(shape, dtype=int) + 1).reshape(shape) / 8
    for field in ["tau", "r", "v_leak", "v_threshold"] + (["v_reset"] if v_reset else []):
        node.create_dataset(field, data=values.astype(dtype), **how)


def graph(file, inputs, outputs, version="1.0.7", edges=None, text=TEXT):
    if version:
        file.create_dataset("version", data=version, dtype=TEXT)
    root = file.create_group("node")
    root.create_dataset("type", data="NIRGraph", dtype=TEXT)
    nodes = root.create_group("nodes")
    for name, kind, shape in [("input", "Input", inputs), ("output", "Output", outputs)]:
        end = nodes.create_group(name)
        end.create_dataset("type", data=kind, dtype=TEXT)
        end.create_dataset("shape", data=np.array(shape))
    edges = edges or [["input", "lif"], ["lif", "output"]]
    if text == "fixed":
        root.create_dataset("edges", data=np.array([[a.encode(), b.encode()] for a, b in edges]))
    else:
        root.create_dataset("edges", data=edges, dtype=text)
    return nodes


# What nir.write makes: gzip everywhere. Long enough that several chunks would be worth it.
with h5py.File("gzip.nir", "w") as file:
    lif(graph(file, [40], [40]), "lif", [40], compression="gzip")
with h5py.File("shuffled.nir", "w") as file:
    lif(graph(file, [40], [40]), "lif", [40], np.float64, compression="gzip", shuffle=True, fletcher32=True, chunks=(16,))
with h5py.File("lzf.nir", "w") as file:
    lif(graph(file, [40], [40]), "lif", [40], compression="lzf")
# A file of 2023: no version, no v_reset.
with h5py.File("old.nir", "w") as file:
    lif(graph(file, [2], [2], version=None), "lif", [2], v_reset=False)
# Scalars for all parameters, and texts of fixed length.
with h5py.File("scalars.nir", "w") as file:
    lif(graph(file, [3], [3], text="fixed"), "lif", [], text="fixed")
with h5py.File("big-endian.nir", "w") as file:
    lif(graph(file, [2], [2]), "lif", [2], ">f4")
# The newest layout of groups, whole numbers, truth values, half precision, texts in ASCII; an end with dimensions of 1.
with h5py.File("latest.nir", "w", libver="latest") as file:
    nodes = graph(file, [2], [1, 2, 1], text=h5py.string_dtype("ascii"))
    lif(nodes, "lif", [2], np.float16, text=h5py.string_dtype("ascii"))
    del nodes["lif/r"], nodes["lif/v_reset"]
    nodes["lif/r"] = np.array([1, 2], np.int16)
    nodes["lif/v_reset"] = np.array([True, False])
    nodes["lif/note"] = "not of the format"
    meta = nodes["lif"].create_group("metadata")
    meta["learned"], meta["when"], meta["rates"] = True, np.float32(1.5), [1, 2]
    meta["where"] = np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f4")])
# The newest layout where links and chunks are too many for headers: heaps of names, trees and lists of chunks.
with h5py.File("dense.nir", "w", libver="latest") as file:
    names = ["lif%d" % i for i in range(12)]
    nodes = graph(file, [9], [9], edges=list(zip(["input"] + names, names + ["output"])))
    for name in names:
        lif(nodes, name, [9], compression="gzip", chunks=(2,))
