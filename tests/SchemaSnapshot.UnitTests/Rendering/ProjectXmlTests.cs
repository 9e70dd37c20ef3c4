using System.Xml.Linq;
using Microsoft.Build.Utilities;
using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.UnitTests.Rendering;

public class ProjectXmlTests
{
    [Fact]
    public void A_hostile_name_comes_back_from_an_item_to_the_letter()
    {
        foreach (var name in HostileSnapshot.Names.Append("$(X) @(Y) %(Z) %41 a;b*?"))
        {
            var include = XElement.Parse($"<Rename Include=\"{ProjectXml.Attribute(name)}\" />").Attribute("Include")!.Value;

            Assert.Equal(name, new TaskItem(include).ItemSpec);
        }
    }
}
