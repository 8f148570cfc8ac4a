package org.precert.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads a folder of policies: {@code <payer>/payer.yaml} and {@code <payer>/<policy>/policy.yaml}. Finding a folder is
 * enough: there is no list of payers to keep.
 */
public final class PolicyReader {

    private static final String PAYER = "payer.yaml";
    private static final String POLICY = "policy.yaml";

    private final PolicyFiles files;
    private final String sharedHash;

    /** @param sharedHash stands for what is outside of the folder and can change an answer all the same */
    public PolicyReader(PolicyFiles files, String sharedHash) {
        this.files = files;
        this.sharedHash = sharedHash;
    }

    public List<Payer> payers() {
        return files.foldersWith(PAYER)
                .map(folder -> PayerYaml.payer(folder, folder + "/" + PAYER, files.required(folder + "/" + PAYER)))
                .toList();
    }

    public List<Policy> policies() {
        return folders().stream().map(this::policy).toList();
    }

    /** The folders that hold a policy, as {@code <payer>/<policy>}. */
    public List<String> folders() {
        return files.foldersWith(POLICY).toList();
    }

    /** The policy of one folder, as payer/policy. */
    public Policy policy(String folder) {
        String payer = folder.substring(0, folder.indexOf('/'));
        if (files.text(payer + "/" + PAYER).isEmpty()) {
            throw new InvalidPolicy(folder + ": its payer has no " + payer + "/" + PAYER);
        }
        String file = folder + "/" + POLICY;
        return PolicyYaml.policy(folder, file, files.required(file), contentHash(payer, folder));
    }

    private String contentHash(String payer, String folder) {
        StringBuilder all = new StringBuilder(sharedHash).append(files.required(payer + "/" + PAYER));
        files.below(folder).texts().forEach((path, text) -> {
            if (path.endsWith(".cql") || (path.endsWith(".yaml") && !path.startsWith("cases/"))) {
                all.append(path).append('\n').append(text);
            }
        });
        return hash(all.toString());
    }

    /** SHA-256 in hex. */
    public static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Reads {@code facts.yaml}. */
    public static Map<String, FactWords> factWords(String text) {
        return FactsYaml.words("facts.yaml", text);
    }

    /** Reads {@code lines-of-business.yaml}. */
    public static LinesOfBusiness linesOfBusiness(String text) {
        return new LinesOfBusiness(new YamlText("lines-of-business.yaml", text).readMap(String.class));
    }
}
