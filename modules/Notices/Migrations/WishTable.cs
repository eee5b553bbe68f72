using FluentMigrator;

namespace CommunityBusinessNetwork.Notices.Migrations;

/// <summary>How people wish to be told.</summary>
[Migration(202611251303)]
public sealed class WishTable : ForwardOnlyMigration
{
    public override void Up()
        => Create.Table("notice_wishes")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("user_id").AsString().NotNullable().Unique("ix_notice_wishes_user_id")
            .WithColumn("language").AsString().NotNullable()
            .WithColumn("by_kind").AsString().NotNullable();
}
