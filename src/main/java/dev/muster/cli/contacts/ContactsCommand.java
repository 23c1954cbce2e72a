package dev.muster.cli.contacts;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.RootCommand;
import dev.muster.diagnostic.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code muster contacts}: the people of the workspace. */
@Command(
        name = "contacts",
        description = "List the workspace's people, or check and import a file of them.",
        subcommands = {ContactsListCommand.class, ContactsCheckCommand.class, ContactsImportCommand.class})
public final class ContactsCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Override
    public void run() {
        throw new UsageException("say what to do: muster contacts list, check FILE or import FILE");
    }

    CommandContext session() {
        return root.session();
    }
}
