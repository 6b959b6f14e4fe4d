/** The commands of a laptop: the main job, serve, reprocess, and the entry to all others. */
@NullMarked
package dev.nutgraf.local.command;

import org.jspecify.annotations.NullMarked;
