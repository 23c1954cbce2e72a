/**
 * SeaX over HTTP, with Unirest: implements the ports {@link dev.muster.resolve.Workspace} and {@link
 * dev.muster.apply.CampaignSender}. Reads and the one POST share nothing but the way a body is read under a deadline: a read
 * is repeated freely, a POST never. Bodies are taken as bytes and parsed here with limits; Unirest's own mapping is not used,
 * because it hides unreadable answers.
 */
@NullMarked
package dev.muster.seax;

import org.jspecify.annotations.NullMarked;
