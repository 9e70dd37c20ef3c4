using SchemaSnapshot.Model;
using SchemaSnapshot.Tasks.Rendering.CSharp;
using SchemaSnapshot.Tests;

namespace SchemaSnapshot.UnitTests.Rendering.CSharp;

/// <summary>Names and comments that mean something to C# or to XML do no harm.</summary>
public sealed class HostileModelTests
{
    // Every name as that of a schema, but not with every name in every schema: that would be thousands of files.
    private static readonly DatabaseSnapshot Snapshot = HostileSnapshot.Database with
    {
        Schemas = HostileSnapshot.Database.Schemas.Select((schema, i) => i == 0 ? schema : schema with { Tables = schema.Tables.Skip(i).Take(1).ToValueList() }).ToValueList(),
    };

    [Theory]
    [InlineData("Records")]
    [InlineData("Classes")]
    [InlineData("EntityFramework")]
    public void Whatever_the_names_are_the_models_compile(string flavour)
    {
        var models = new CompiledModels(Snapshot, CompiledModels.Options(Enum.Parse<ModelFlavour>(flavour)));

        Assert.Empty(models.Diagnostics.Take(20));
    }
}
