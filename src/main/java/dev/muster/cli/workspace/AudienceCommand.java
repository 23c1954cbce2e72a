package dev.muster.cli.workspace;

import dev.muster.cli.command.KeyConverter;
import dev.muster.cli.command.KnownKeys;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.model.CampaignKey;
import dev.muster.report.json.AudienceJson;
import dev.muster.report.text.AudienceText;
import dev.muster.resolve.Resolver;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster audience KEY}: who a campaign would reach today, step by step, in numbers only. */
@Command(name = "audience", description = "Show step by step who a campaign would reach today. Numbers only.")
public final class AudienceCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Parameters(paramLabel = "KEY", converter = KeyConverter.class, description = "The campaign.")
    private CampaignKey key;

    @Override
    public Integer call() {
        var session = root.session();
        var definitions = session.definitions();
        var settings = session.settings(definitions.project());
        var campaign = definitions.campaigns().stream()
                .filter(defined -> defined.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        KnownKeys.of(definitions.campaigns(), Optional.empty()).unknown(key));
        try (var connection = session.connect(settings)) {
            var policy = definitions.project().policy();
            var resolution =
                    Resolver.resolve(List.of(campaign), connection.workspace(), settings, policy, definitions.places());
            var checked = Objects.requireNonNull(resolution.campaigns().get(campaign.identity()));
            session.console()
                    .product(session.json() ? AudienceJson.of(campaign, checked) : AudienceText.of(campaign, checked));
            return (checked.value().isPresent() ? ExitCode.OK : ExitCode.REFUSED).number();
        }
    }
}
