using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace Verify.Fuzzing.Running;

/// <summary>A file that holds a number as it was written last, also after the process died: it is a part of memory, so that writing costs nothing.</summary>
internal sealed class NumberFile : IDisposable
{
    private const int Width = 20;
    private readonly byte[] _digits = new byte[Width + 1];
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public NumberFile(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, Width + 1);
        _view = _file.CreateViewAccessor();
    }

    public void Write(long number)
    {
        number.TryFormat(_digits, out _, "D20", CultureInfo.InvariantCulture);
        _digits[^1] = (byte)'\n';
        _view.WriteArray(0, _digits, 0, _digits.Length);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
