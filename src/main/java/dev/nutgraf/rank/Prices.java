package dev.nutgraf.rank;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What a summary loses for what readers object to, in units of the score of a sentence. Training
 * deducts half of a fault's price from the reward of a summary, so that the trees learn to avoid
 * what the selector would punish. {@code docs/quality.md} has the effect of each price.
 *
 * @param repetition for two sentences of the same words; in proportion to their overlap
 * @param dangling for a sentence that refers to one that isn't chosen
 * @param quotation for a quotation that is cut, at each end
 * @param statement for a question or a fragment
 * @param reversal for a sentence that the next one takes back, without that
 * @param introduction for a bare name whose introduction isn't chosen
 * @param distance for each sentence left out before one, up to 15
 */
public record Prices(
    double repetition,
    double dangling,
    double quotation,
    double statement,
    double reversal,
    double introduction,
    double distance) {

  static Prices read(DataInputStream in) throws IOException {
    return new Prices(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(repetition);
    out.writeDouble(dangling);
    out.writeDouble(quotation);
    out.writeDouble(statement);
    out.writeDouble(reversal);
    out.writeDouble(introduction);
    out.writeDouble(distance);
  }
}
