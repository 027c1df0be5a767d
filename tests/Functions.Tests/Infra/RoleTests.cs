using System.Text.RegularExpressions;

namespace Almanach.Functions.Tests.Infra;

/// <summary>What the app's identity may do. The ids are Microsoft's, the same in every subscription.</summary>
public sealed class RoleTests
{
    private static readonly BicepFile Roles = InfraFolder.Modules["roles"];

    [Theory]
    [InlineData("storageBlobDataOwner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "storage", "principalId")]
    [InlineData("storageQueueDataContributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88", "storage", "principalId")]
    [InlineData("storageTableDataContributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "storage", "principalId")]
    [InlineData("monitoringMetricsPublisher", "3913510d-42f4-4e42-8a64-420c390055eb", "insights", "principalId")]
    [InlineData("keyVaultSecretsUser", "4633458b-17de-408a-b874-0445c86b69e6", "vault", "principalId")]
    [InlineData("keyVaultSecretsOfficer", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "vault", "deployer")] // who deploys writes secrets, the app never
    public void Each_role_has_its_id_and_is_given_once_where_it_is_needed(string role, string id, string scope, string principal)
    {
        Assert.Contains($"var {role} = '{id}'\n", Roles.Code, StringComparison.Ordinal);

        var assignment = Assert.Single(Roles.Resources, resource => resource.Body.Contains($"'Microsoft.Authorization/roleDefinitions', {role})", StringComparison.Ordinal));
        Assert.Equal("Microsoft.Authorization/roleAssignments", assignment.Type);
        Assert.Equal(scope, assignment.Property("scope"));
        Assert.Equal(principal, assignment.Property("principalId"));
        Assert.Contains($"guid({scope}.id, {principal}, {role})", assignment.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_role_is_given_to_anybody()
    {
        Assert.Equal(6, Roles.Resources.Count);
        Assert.Equal(6, Regex.Count(Roles.Code, "[0-9a-f]{8}-[0-9a-f]{4}-"));
        Assert.DoesNotContain(InfraFolder.Modules.Where(module => module.Key != "roles"),
            module => module.Value.Resources.Any(resource => resource.Type == "Microsoft.Authorization/roleAssignments"));
    }
}
