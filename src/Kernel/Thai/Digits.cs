namespace CommunityBusinessNetwork.Kernel.Thai;

/// <summary>Which digits a text is written with: letters, orders and announcements use Thai ones, screens and files Arabic ones (domain §4.3).</summary>
public enum Digits
{
    Arabic,
    Thai,
}
