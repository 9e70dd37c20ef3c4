using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.Tasks.Terminal;

/// <summary>Where what somebody asked to see is printed. The terminal logger shows no message, and draws over whatever a task prints meanwhile.</summary>
internal static class BuildTerminal
{
    private const int WidthWithoutTerminal = 120;

    // The console logger indents messages, and some terminals break a line that fills them.
    private const int Margin = 3;

    /// <summary>What the standard output can show.</summary>
    public static ViewStyle Style
    {
        get
        {
            if (Console.IsOutputRedirected)
            {
                return new(WidthWithoutTerminal, Lines: false);
            }

            // Some terminals do not know their width.
            var width = Console.WindowWidth > 0 ? Console.WindowWidth : WidthWithoutTerminal;
            return new(Math.Max(width - Margin, 40), Lines: Console.OutputEncoding.WebName == "utf-8");
        }
    }

    /// <summary>Prints a text: as a message or, with the terminal logger, once the project is through and nothing is drawn any more.</summary>
    public static void Print(string text, IBuildEngine engine, TaskLoggingHelper log)
    {
        log.LogMessage(MessageImportance.High, "{0}", text);
        PrintAtEnd(text, engine);
    }

    /// <summary>With the terminal logger, prints what it has passed over.</summary>
    public static void PrintAtEnd(string text, IBuildEngine engine)
    {
        var drawsOver = Environment.GetEnvironmentVariable("_MSBUILDTLENABLED") == "1";
        if (drawsOver && engine is IBuildEngine4 build)
        {
            build.RegisterTaskObject(new object(), new PrintedAtEnd(text), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        }
    }

    // The engine disposes of it between the last project and the summary.
    private sealed class PrintedAtEnd(string text) : IDisposable
    {
        public void Dispose()
        {
            // The logger may still take back the last line: an empty one.
            Console.Out.Write($"{text}\n");
            Console.Out.Flush();
        }
    }
}
