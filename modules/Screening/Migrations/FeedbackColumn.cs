using FluentMigrator;

namespace CommunityBusinessNetwork.Screening.Migrations;

/// <summary>What the committee says to a group.</summary>
[Migration(202611251901)]
public sealed class FeedbackColumn : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("screening_contenders").AddColumn("feedback_words").AsString().Nullable();
}
