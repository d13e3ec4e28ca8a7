"""Writes the HDF5 files of this folder, as the public data sets have them."""
import h5py
import numpy as np

with h5py.File("shd.h5", "w", track_order=False) as file:
    spikes = file.create_group("spikes")
    times = spikes.create_dataset("times", (3,), dtype=h5py.vlen_dtype(np.dtype("float16")))
    units = spikes.create_dataset("units", (3,), dtype=h5py.vlen_dtype(np.dtype("uint16")))
    for i in range(3):
        times[i] = np.arange(i + 1, dtype="float16") * np.float16(0.1)
        units[i] = np.arange(i + 1, dtype="uint16") + 10 * i
    file.create_dataset("labels", data=np.array([4, 0, 19], dtype="uint16"))

n = 3000
with h5py.File("dsec.h5", "w") as file:
    events = file.create_group("events")
    i = np.arange(n)
    options = {"chunks": (1000,), "compression": "gzip"}
    events.create_dataset("x", data=(i % 640).astype("uint16"), shuffle=True, **options)
    events.create_dataset("y", data=(i % 480).astype("uint16"), **options)
    events.create_dataset("t", data=(i * 7).astype("uint32"), **options)
    events.create_dataset("p", data=(i % 2).astype("uint8"))
    file.create_dataset("t_offset", data=np.int64(51648472440))

with h5py.File("lzf.h5", "w") as file:
    events = file.create_group("events")
    for name in "xytp":
        events.create_dataset(name, data=np.arange(100, dtype="uint32") % 2, compression="lzf")

with h5py.File("lists.h5", "w") as file:
    spikes = file.create_group("spikes")
    times = spikes.create_dataset("times", (2,), dtype=h5py.vlen_dtype(np.dtype("int8")))
    units = spikes.create_dataset("units", (2,), dtype=h5py.vlen_dtype(np.dtype("uint64")))
    times[0], units[0] = np.array([-1, 0, 2], "int8"), np.array([1, 2, 2**31 - 1], "uint64")
    times[1], units[1] = np.array([0], "int8"), np.array([2**63 + 5], "uint64")
