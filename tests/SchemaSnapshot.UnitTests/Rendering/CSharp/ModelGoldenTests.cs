using SchemaSnapshot.Tasks.Rendering.CSharp;
using SchemaSnapshot.Tests;

namespace SchemaSnapshot.UnitTests.Rendering.CSharp;

/// <summary>What comes of the shop, for people to read.</summary>
public sealed class ModelGoldenTests
{
    [Theory]
    [InlineData("Records")]
    [InlineData("Classes")]
    [InlineData("EntityFramework")]
    public void The_models_of_the_shop_are_the_golden_ones_and_compile(string flavour)
    {
        var models = new CompiledModels(ShopSnapshot.Database, CompiledModels.Options(Enum.Parse<ModelFlavour>(flavour)));

        GoldenFile.Check($"models-{flavour}.cs.txt", string.Join('\n', models.Files.Select(file => $"==== {file.Name}\n{file.Text}")));
        Assert.Empty(models.Diagnostics);
    }
}
