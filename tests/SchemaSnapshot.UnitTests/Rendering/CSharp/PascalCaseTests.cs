using SchemaSnapshot.Tasks.Rendering.CSharp;

namespace SchemaSnapshot.UnitTests.Rendering.CSharp;

public sealed class PascalCaseTests
{
    [Theory]
    [InlineData("company_master", "CompanyMaster")]
    [InlineData("customerId", "CustomerId")]
    [InlineData("CustomerID", "CustomerID")]
    [InlineData("CUSTOMER_ID", "CustomerId")]
    [InlineData("BIT", "Bit")]
    [InlineData("address2", "Address2")]
    [InlineData("address_2", "Address2")]
    [InlineData("2fa_codes", "_2faCodes")]
    [InlineData("class", "Class")]
    [InlineData("__id__", "Id")]
    [InlineData("order-state (old)", "OrderStateOld")]
    [InlineData("größe_mm", "GrößeMm")]
    [InlineData("表", "表")]
    [InlineData("über", "Über")] // decomposed: becomes one character
    [InlineData("zero\u200Bwidth", "ZeroWidth")]
    [InlineData("😀", "UD83DUDE00")]
    [InlineData("--", "U002DU002D")]
    [InlineData("", "Empty")]
    public void A_name_is_one_of_CSharp(string name, string expected) => Assert.Equal(expected, PascalCase.Of(name));

    [Theory]
    [InlineData("CustomerId", true)]
    [InlineData("_2fa", true)]
    [InlineData("customerId", true)]
    [InlineData("class", false)]
    [InlineData("customer id", false)]
    [InlineData("2fa", false)]
    [InlineData("a;b", false)]
    [InlineData("", false)]
    public void What_a_project_gives_is_checked(string name, bool isIdentifier) => Assert.Equal(isIdentifier, PascalCase.IsIdentifier(name));
}
