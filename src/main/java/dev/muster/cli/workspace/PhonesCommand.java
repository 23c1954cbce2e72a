package dev.muster.cli.workspace;

import dev.muster.cli.command.Listings;
import dev.muster.cli.command.RootCommand;
import dev.muster.model.Phone;
import dev.muster.report.Listing;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code muster phones}: the senders that campaigns can come from. */
@Command(name = "phones", description = "List the workspace's senders.")
public final class PhonesCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Override
    public Integer call() {
        return Listings.print(root.session(), workspace -> {
            var rows = workspace.phones().stream()
                    .sorted(Comparator.comparing(Phone::name).thenComparing(Phone::id))
                    .map(PhonesCommand::row)
                    .toList();
            return new Listing("phones", List.of("name", "number", "enabled", "whatsapp", "id"), rows);
        });
    }

    private static List<String> row(Phone phone) {
        return List.of(
                phone.name(),
                phone.number(),
                phone.enabled() ? "yes" : "no",
                phone.whatsapp().map(can -> can ? "yes" : "no").orElse("unknown"),
                phone.id().value());
    }
}
