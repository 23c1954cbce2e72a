package dev.muster.cli.workspace;

import dev.muster.cli.command.Listings;
import dev.muster.cli.command.RootCommand;
import dev.muster.model.Label;
import dev.muster.report.Listing;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code muster labels}: the labels that audiences can be made of. */
@Command(name = "labels", description = "List the workspace's labels with how many contacts carry them.")
public final class LabelsCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Override
    public Integer call() {
        return Listings.print(root.session(), workspace -> {
            Listings.require(workspace.capabilities().labels(), "labels");
            var rows = workspace.labels().stream()
                    .sorted(Comparator.comparing(Label::name).thenComparing(Label::id))
                    .map(LabelsCommand::row)
                    .toList();
            return new Listing("labels", List.of("name", "contacts", "kind", "id"), rows);
        });
    }

    private static List<Object> row(Label label) {
        Object count = label.count().isPresent() ? label.count().getAsInt() : "";
        return List.of(
                label.name().value(),
                count,
                label.system() ? "system" : "",
                label.id().value());
    }
}
