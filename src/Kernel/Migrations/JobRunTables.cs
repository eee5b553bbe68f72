using FluentMigrator;

namespace CommunityBusinessNetwork.Kernel.Migrations;

/// <summary>The history of jobs.</summary>
[Migration(202611250061)]
public sealed class JobRunTables : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("job_runs")
            .WithColumn("id").AsGuid().PrimaryKey()
            .WithColumn("version").AsInt64().NotNullable()
            .WithColumn("job").AsString().NotNullable()
            .WithColumn("attempt").AsInt32().NotNullable()
            .WithColumn("started_at").AsInt64().NotNullable()
            .WithColumn("ended_at").AsInt64().Nullable()
            .WithColumn("fault").AsString().Nullable();
        Create.Index("ix_job_runs_job_started_at").OnTable("job_runs").OnColumn("job").Ascending().OnColumn("started_at").Ascending();
    }
}
