using SchemaSnapshot.Tasks.Rendering;

namespace SchemaSnapshot.UnitTests.Rendering;

public class MermaidTests
{
    [Theory]
    [InlineData("order_id", "order_id")]
    [InlineData("_id", "_id")]
    [InlineData("__init__", "_init")]
    [InlineData("Order Id", "Order_Id")]
    [InlineData("1st", "_1st")]
    [InlineData("pk", "_pk")]
    [InlineData("---", "_")]
    [InlineData("", "_")]
    [InlineData("Größe", "Gr_e")]
    public void Words_are_of_the_alphabet_of_attributes(string name, string word) => Assert.Equal(word, Mermaid.Word(name));

    [Theory]
    [InlineData("character varying(200)", "varchar")]
    [InlineData("timestamp(3) with time zone", "timestamptz")]
    [InlineData("numeric(10,2)[]", "numeric[]")]
    [InlineData("sales.order_status", "order_status")]
    [InlineData("sales.\"Order Status\"", "Order_Status")]
    [InlineData("double precision", "double_precision")]
    [InlineData("\"char\"", "char")]
    public void Types_are_short(string type, string word) => Assert.Equal(word, Mermaid.Type(type));

    [Theory]
    [InlineData("order_id", "\"order_id\"")]
    [InlineData("sales.orders", "\"sales.orders\"")]
    [InlineData("_x_", "\"#95;x#95;\"")]
    [InlineData("a \"b\"", "\"a#32;#34;b#34;\"")]
    [InlineData("", "\"#32;\"")]
    public void Quoted_text_is_plain_where_it_can_be(string text, string quoted) => Assert.Equal(quoted, Mermaid.Quoted(text));
}
