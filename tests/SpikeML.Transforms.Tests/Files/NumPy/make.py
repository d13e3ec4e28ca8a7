# Writes the files of this folder; run it with NumPy 1.24 or later.
import warnings
import numpy as np

INTEGERS = ['i1', 'i2', 'i4', 'i8', 'u1', 'u2', 'u4', 'u8']
FLOATS = ['f2', 'f4', 'f8']


def of_type(name):
    if name[0] == 'f':
        return np.array([[0.1, -2.5, np.inf], [np.nan, 0, 6.1e-5]], '<' + name)
    limits = np.iinfo(name)
    return np.array([[limits.min, 1, 2], [3, 100, limits.max]], '<' + name)


arrays = {'b1': np.array([[True, False, True], [False, False, True]])}
for name in INTEGERS + FLOATS:
    arrays[name] = of_type(name)
    arrays[name + '-big'] = of_type(name).astype('>' + name)
    arrays[name + '-fortran'] = np.asfortranarray(of_type(name))
arrays['cube-fortran'] = np.asfortranarray(np.arange(24, dtype='>i4').reshape(2, 3, 4))
arrays['scalar'] = np.float64(0.1)
arrays['empty'] = np.zeros((3, 0, 2), '<i2')
arrays['text'] = np.array([['a', ''], ['long é', '😀']])
arrays['text-big'] = arrays['text'].astype('>U6')
arrays['bytes'] = np.array([b'csr'])
np.savez_compressed('types.npz', **arrays)

TONIC = [('x', '<i2'), ('y', '<i2'), ('t', '<i8'), ('p', '?')]
np.savez('mixed.npz', good=np.array([1, 2]), objects=np.array([{}, None]), complex=np.array([1j]),
         times=np.array(['2020-01-01'], 'M8[us]'), events=np.zeros(1, TONIC), last=np.array([0.5]))

EVENTS = [(3, 2, 10, True), (0, 32767, 2**40, False)]
np.save('tonic.npy', np.array(EVENTS, TONIC))
np.save('aligned.npy', np.array([(p, x, t, y) for x, y, t, p in EVENTS],
        np.dtype([('polarity', 'i1'), ('x', '>u4'), ('timestamp', '>f8'), ('y', 'u2')], align=True)))
padded = np.zeros(2, {'names': ['ts', 'y', 'x', 'on'], 'formats': ['<u8', '<u2', '<u2', 'u1'],
                      'offsets': [0, 8, 10, 14], 'itemsize': 20})
for i, event in enumerate(EVENTS):
    padded[i] = (event[2], event[1], event[0], event[3])
np.save('padded.npy', padded)
np.save('objects.npy', np.array([{}, None]))

warnings.simplefilter('ignore')
for version in (1, 2, 3):
    with open(f'version-{version}.npy', 'wb') as file:
        np.lib.format.write_array(file, np.array([1, 2, 3], '<i2'), version=(version, 0))
np.save('names.npy', np.array([(1, 2)], [('日本', '<i2'), ("a'b\\", '<i2')]))
