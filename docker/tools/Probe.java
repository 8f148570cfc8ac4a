import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks one address; ends with 0 if the answer is 200, else with 1. For images that have no shell and no curl. */
final class Probe {

    private static final int MILLIS = 2000;
    private static final int OK = 200;

    private Probe() {}

    public static void main(String[] args) {
        System.exit(answers(args[0]) ? 0 : 1);
    }

    static boolean answers(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == OK;
        } catch (IOException e) {
            return false; // no one listens, or not in time
        }
    }
}
