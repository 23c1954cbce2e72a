/**
 * The record of what was sent. An intent is durable before a campaign is posted and its outcome right after; nothing in the
 * record is ever removed. Mutual exclusion between runs is the <em>exclusive run</em>; "lock" always means the record.
 */
@NullMarked
package dev.muster.lock;

import org.jspecify.annotations.NullMarked;
