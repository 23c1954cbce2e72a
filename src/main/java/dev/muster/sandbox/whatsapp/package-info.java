/** What WhatsApp says of the values that fill a template: its rules, with its codes. */
@NullMarked
package dev.muster.sandbox.whatsapp;

import org.jspecify.annotations.NullMarked;
