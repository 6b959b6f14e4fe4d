/** The local commands: the main job, serve, reprocess, and the entry to the others. */
@NullMarked
package dev.nutgraf.local.command;

import org.jspecify.annotations.NullMarked;
