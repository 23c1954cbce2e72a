package dev.muster.diagnostic;

/** What can be wrong with the project: its workspaces, their keys and their lock. */
public enum ProjectRule implements Rule {
    MISSING("project/missing", Severity.ERROR, """
            No file names the workspaces and the policy.
            Mend: run `muster init`, or write one: it names the workspaces and the policy"""),
    TEST_RECIPIENT("project/test-recipient", Severity.ERROR, """
            A test recipient is not a phone number.
            Mend: write a plus and digits only, such as `"+15550100199"`"""),
    TWICE("project/twice", Severity.ERROR, """
            Two files are projects, so it is not clear whose policy holds.
            Mend: keep one of the two"""),
    LOCK_BRANCH("lock/branch", Severity.ERROR, """
            This cannot be the name of a git branch.
            Mend: write a name such as `muster/production`, without `refs/heads/` and without spaces"""),
    LOCK_KEY_OF_ANOTHER_STORE("lock/key-of-another-store", Severity.ERROR, """
            The key belongs to another store of the lock, so it would have no effect.
            Mend: write the `store` that the finding names, or remove the key"""),
    LOCK_NOT_READ("lock/not-read", Severity.WARNING, """
            The plan did not read the lock. It shows what was sent already as new.
            Mend: plan where the lock can be read to see what is new"""),
    LOCK_REMOTE("lock/remote", Severity.ERROR, """
            This cannot be the name of a git remote.
            Mend: write a name that `git remote` lists, such as `origin`"""),
    LOCK_SCHEMA("lock/schema", Severity.ERROR, """
            This cannot be the name of a schema in PostgreSQL.
            Mend: write lower-case letters, digits and underscores"""),
    LOCK_URL_ENV("lock/url-env", Severity.ERROR, """
            This is not a variable for the URL of a database: it is no name, or the pipeline uses it itself.
            Mend: write the name of a variable of its own, such as `MUSTER_LOCK_URL`"""),
    SECRET_API_KEY_IN_YAML("secret/api-key-in-yaml", Severity.ERROR, """
            The file holds what looks like an API key or a password. Everybody who reads the repository has it.
            Mend: revoke it if it is real, since git keeps it for ever; then name the environment variable that holds
            the new one: `api_key_env: SEAX_API_KEY`"""),
    WORKSPACE_ACCOUNT_MISSING("workspace/account-missing", Severity.ERROR, """
            The openapi dialect needs the ids of an account, and the workspace has none.
            Mend: write `message_service_id` and `service_account_id` on the workspace"""),
    WORKSPACE_API_KEY_ENV("workspace/api-key-env", Severity.ERROR, """
            This is not a variable for a key: it is no name, or the pipeline uses it itself.
            Mend: write the name of a variable of its own, such as `SEAX_API_KEY`"""),
    WORKSPACE_API_KEY_FILE("workspace/api-key-file", Severity.ERROR, """
            The path of the file that holds the key is empty.
            Mend: write the path of the file"""),
    WORKSPACE_BASE_URL("workspace/base-url", Severity.ERROR, """
            The API key travels to this address with every request, and the address is not safe.
            Mend: write an https address without user name, query or fragment; http is allowed for localhost only"""),
    WORKSPACE_CA_FILE("workspace/ca-file", Severity.ERROR, """
            The path of the file with certificates is empty.
            Mend: write the path of a file with certificates in PEM form"""),
    WORKSPACE_HOLD("workspace/hold", Severity.ERROR, """
            The hold is too short or too long. SeaX might send at once.
            Mend: write PT10M, or remove `hold`"""),
    WORKSPACE_LABELS_BY_HAND("workspace/labels-by-hand", Severity.ERROR, """
            A campaign by numbers needs every contact with its labels. Labels that are written by hand are for a SeaX that
            does not show them.
            Mend: remove `labels` if this SeaX lists labels and contacts, or write `send_by: labels` in the campaign"""),
    WORKSPACE_NAME("workspace/name", Severity.ERROR, """
            The lock file is named after the workspace, and this is no name of a file on every system.
            Mend: write lower-case letters, digits and hyphens"""),
    WORKSPACE_NO_ID("workspace/no-id", Severity.ERROR, """
            Nothing says which workspace of SeaX is meant.
            Mend: copy the workspace's id from SeaX, or write `sandbox: {}`"""),
    WORKSPACE_NONE("workspace/none", Severity.ERROR, """
            The project has no workspace to send from.
            Mend: add `workspaces` with at least one; `muster init` writes a sandbox to begin with"""),
    WORKSPACE_NOT_TRUSTED("workspace/not-trusted", Severity.ERROR, """
            This run judges a change that nobody has merged. Its files cannot say where the key goes.
            Mend: name the revision that says it, such as `--trust-from HEAD^1` or the base branch"""),
    WORKSPACE_OF_ANOTHER_REVISION("workspace/of-another-revision", Severity.ERROR, """
            A change that nobody has merged wants requests to go elsewhere, or wants another lock.
            Mend: take this change out, or merge it by itself first"""),
    WORKSPACE_NOT_BY_NUMBERS("workspace/not-by-numbers", Severity.ERROR, """
            The workspace asks for a precaution that SeaX offers only for campaigns by labels. It would be left out.
            Mend: remove the key, write `send_by: labels` in the campaign, or keep such campaigns in a folder of their own"""),
    WORKSPACE_OPENAPI_ACCOUNT("workspace/openapi-account", Severity.ERROR, """
            `api: openapi` needs the ids of an account in SeaX.
            Mend: copy the id from SeaX, or write `api: tutorial`; to try it, `sandbox: {}` needs no id"""),
    WORKSPACE_PROXY("workspace/proxy", Severity.ERROR, """
            This is not the address of a proxy.
            Mend: write `http://host:port`; put a user and a password into HTTPS_PROXY"""),
    WORKSPACE_SANDBOX_AND_REMOTE("workspace/sandbox-and-remote", Severity.ERROR, """
            A workspace is a sandbox or a real one. It is not clear where messages go.
            Mend: make two workspaces of it, and name the one you mean with `-w`"""),
    WORKSPACE_TWO_KEYS("workspace/two-keys", Severity.ERROR, """
            The workspace says two places of its key, so it is not clear which one is used.
            Mend: keep one of the two"""),
    WORKSPACE_UNKNOWN_DEFAULT("workspace/unknown-default", Severity.ERROR, """
            `default_workspace` names a workspace that the project does not have.
            Mend: write the name of one of the workspaces""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    ProjectRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
