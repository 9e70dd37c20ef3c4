using System.Diagnostics;

namespace SchemaSnapshot.Benchmarks.Measuring;

/// <summary>What an action costs: the median of several runs.</summary>
/// <param name="Time">The time that passes.</param>
/// <param name="Allocated">The bytes that are allocated in this process.</param>
internal sealed record Sample(TimeSpan Time, long Allocated)
{
    /// <summary>How long an action runs before it counts: until then its code is compiled anew.</summary>
    public static TimeSpan WarmUp { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Measures an action in a warm process.</summary>
    public static async Task<Sample> OfAsync(int runs, Func<Task> action)
    {
        var warming = Stopwatch.StartNew();
        do
        {
            await action().ConfigureAwait(false);
        }
        while (warming.Elapsed < WarmUp);
        return await ColdAsync(runs, action).ConfigureAwait(false);
    }

    /// <summary>Measures an action of which the first run counts, too: another program starts anew each time.</summary>
    public static async Task<Sample> ColdAsync(int runs, Func<Task> action)
    {
        var samples = new List<Sample>();
        for (var run = 0; run < runs; run++)
        {
            // What others have left is not this one's to collect.
            GC.Collect();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            await action().ConfigureAwait(false);
            samples.Add(new Sample(watch.Elapsed, GC.GetTotalAllocatedBytes(precise: true) - allocated));
        }

        return samples.OrderBy(sample => sample.Time).ElementAt(samples.Count / 2);
    }

    /// <summary>Measures an action without waiting in it.</summary>
    public static Task<Sample> OfAsync(int runs, Action action) => OfAsync(runs, () =>
    {
        action();
        return Task.CompletedTask;
    });
}
