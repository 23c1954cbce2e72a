package dev.muster.resolve;

/**
 * What a workspace's API can do, found by probing once. The tutorial dialect strictly has none of it.
 *
 * @param labels labels can be listed by name
 * @param contactLabels contact rows carry their labels, so an audience can be evaluated here
 * @param filters the server honours label filters on contacts (a made-up label matched nobody), so it can count
 * @param campaigns campaigns can be listed, so an earlier send can be found by its marker
 * @param jobs jobs can be read
 * @param templates the message templates of a sender can be listed
 */
public record Capabilities(
        boolean labels, boolean contactLabels, boolean filters, boolean campaigns, boolean jobs, boolean templates) {}
