/** What runs on a laptop: the main job on an embedded S3, and the measuring commands. */
@NullMarked
package dev.nutgraf.local;

import org.jspecify.annotations.NullMarked;
