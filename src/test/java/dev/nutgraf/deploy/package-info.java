/** Checks of what is deployed: the template, the state machine and the event files. */
@NullMarked
package dev.nutgraf.deploy;

import org.jspecify.annotations.NullMarked;
