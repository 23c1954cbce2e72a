/**
 * Files of contacts: checked whole, offline and in constant memory, before anything reaches SeaX. A file never decides about
 * people by accident: numbers are brought to one form, a row that would take a suppression label away from somebody is
 * refused, and a label that is only a typing mistake is not made. How a file is opened and how it is uploaded are ports.
 */
@NullMarked
package dev.muster.contacts;

import org.jspecify.annotations.NullMarked;
