using Verify.Language;
using Verify.Language.Reading;

namespace Verify.Evidence.Keeping;

/// <summary>
/// The claims of a run that are finished, with what was found of them: some taken over from the checkpoint of a run that came to no end, the others added as they are finished.
/// A record belongs to a claim where the file's path and text, the texts of its settings, and the claim's place and name are what they were; so a file that was changed is examined anew.
/// </summary>
public sealed class KeptClaims
{
    /// <summary>The most bytes of a checkpoint: what would make it larger is not kept.</summary>
    public const int MostBytes = 1 << 26;

    private readonly Lock _lock = new();
    private readonly Dictionary<Claim, string> _keys;
    private readonly Dictionary<Claim, ClaimReport> _found = new(ReferenceEqualityComparer.Instance);
    private readonly Journal _journal;
    private long _length;

    private KeptClaims(Journal journal, byte[] beginning, IEnumerable<ClaimFile> files)
    {
        (_journal, Checkpoint, _length) = (journal, beginning, beginning.Length);
        _keys = new(files.SelectMany(file => file.Claims.Select(claim => KeyValuePair.Create(claim, KeyOf(file, claim)))), ReferenceEqualityComparer.Instance);
    }

    /// <summary>The checkpoint as it stands at the beginning, without the claims that are added.</summary>
    public byte[] Checkpoint { get; }

    /// <summary>How many of the run's claims were taken over.</summary>
    public int TakenOver => _found.Count;

    /// <summary>Told what to append to the checkpoint for a claim, from any thread, one after the other; it must not throw.</summary>
    public Action<byte[]>? Append { get; set; }

    /// <summary>Nothing yet, for a run of these claims.</summary>
    public static KeptClaims Begin(RunSettings settings, IReadOnlyCollection<ClaimFile> files)
    {
        var (journal, bytes) = Journal.Begin(Identity(settings, files));
        return new(journal, bytes, files);
    }

    /// <summary>
    /// What the checkpoint holds of these claims. A last record that was not written to its end is left out. One that is damaged, that no run writes, or that was written by another build of the tool, with other settings or for
    /// another number of claims, throws <see cref="CheckpointException"/>.
    /// </summary>
    public static KeptClaims Resume(RunSettings settings, IReadOnlyCollection<ClaimFile> files, ReadOnlyMemory<byte> checkpoint)
    {
        var (journal, records, length) = Journal.Read(Identity(settings, files), checkpoint);
        var kept = new KeptClaims(journal, checkpoint[..length].ToArray(), files);
        var byKey = records.DistinctBy(ClaimRecord.KeyOf).ToDictionary(ClaimRecord.KeyOf);
        foreach (var (claim, key) in kept._keys)
        {
            if (byKey.TryGetValue(key, out var record))
            {
                kept._found.Add(claim, ClaimRecord.Read(claim, settings.Routes.Select(route => route.Name), record));
            }
        }

        return kept;
    }

    /// <summary>The report of a claim that was taken over, otherwise null.</summary>
    internal ClaimReport? Find(Claim claim) => _found.GetValueOrDefault(claim);

    /// <summary>Adds the report of a claim of this run that was examined.</summary>
    internal void Keep(ClaimReport report)
    {
        if (ClaimRecord.Write(_keys[report.Claim], report) is { } content)
        {
            lock (_lock)
            {
                if (_length + content.Length <= MostBytes - Journal.MostOfRecord)
                {
                    var record = _journal.Add(content);
                    _length += record.Length;
                    Append?.Invoke(record);
                }
            }
        }
    }

    private static string Identity(RunSettings settings, IEnumerable<ClaimFile> files) => RunIdentity.Of(settings, files.Sum(file => file.Claims.Length));

    private static string KeyOf(ClaimFile file, Claim claim) => $"{file.Sum} {claim.Place.Line}:{claim.Place.Column} {file.Path} \"{claim.Name}\"";
}
