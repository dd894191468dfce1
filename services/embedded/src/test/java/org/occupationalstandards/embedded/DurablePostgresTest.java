package org.occupationalstandards.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurablePostgresTest {

    /** One for all: making the data anew for each test takes longer than the test. */
    @TempDir
    static Path folder;

    @Test
    void hasItsDataAfterAStopAndAStart() throws Exception {
        try (var postgres = DurablePostgres.start(folder, 0)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 'OCC0218' AS reference");
        }
        try (var postgres = DurablePostgres.start(folder, 0)) {
            assertThat(query(postgres, "SELECT reference FROM kept")).containsExactly("OCC0218");
        }
    }

    @Test
    void hasEveryCommitAfterItsJvmWasKilledAndRunsOneServerOnly() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committing.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String lastCommitted = "";
        try (var lines = program.inputReader()) {
            for (int line = 0; line < 50; line++) {
                lastCommitted = lines.readLine();
            }
            program.destroyForcibly().waitFor();
        }
        var leftOver = serverProcess();
        assertThat(leftOver.info().commandLine()).isPresent();

        try (var postgres = DurablePostgres.start(folder, 0)) {
            assertThat(leftOver.info().commandLine()).isEmpty();
            assertThat(serverProcess().info().commandLine()).isPresent();
            int kept = Integer.parseInt(
                    query(postgres, "SELECT count(*) FROM committed").getFirst());
            assertThat(kept).isGreaterThanOrEqualTo(Integer.parseInt(lastCommitted));
        }
    }

    @Test
    void isNotMisledByAProcessNumberThatNowBelongsToAnotherProgram() throws Exception {
        DurablePostgres.start(folder, 0).close();
        long anotherProgram = ProcessHandle.current().pid();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                anotherProgram + "\n" + folder.resolve("data").toAbsolutePath() + "\n");

        try (var postgres = DurablePostgres.start(folder, 0)) {
            assertThat(query(postgres, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void putsEveryCommitOnDiskAndLetsNoTransactionOutliveTheReadersPatience() throws Exception {
        try (var postgres = DurablePostgres.start(folder, 0)) {
            assertThat(query(postgres, "SHOW fsync")).containsExactly("on");
            assertThat(query(postgres, "SHOW synchronous_commit")).containsExactly("on");
            assertThat(query(postgres, "SHOW full_page_writes")).containsExactly("on");
            assertThat(query(postgres, "SHOW transaction_timeout")).containsExactly("50s");
        }
    }

    @Test
    void asksForThePassword() throws Exception {
        try (var postgres = DurablePostgres.start(folder, 0)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.username(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void refusesAFolderInUse() {
        try (var first = DurablePostgres.start(folder, 0)) {
            assertThatThrownBy(() -> DurablePostgres.start(folder, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use");
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void refusesATakenPortAndNamesIt() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> DurablePostgres.start(folder, other.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(String.valueOf(other.getLocalPort()));
        }
    }

    @Test
    void saysWhatTheServerSaidWhenItsDataIsOfAnotherVersion() throws Exception {
        DurablePostgres.start(folder, 0).close();
        var version = folder.resolve("data/PG_VERSION");
        var real = Files.readString(version);
        Files.writeString(version, "99\n");

        assertThatThrownBy(() -> DurablePostgres.start(folder, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("99");
        Files.writeString(version, real);
    }

    /** A program that commits rows and says so, until it is killed. */
    static final class Committing {

        public static void main(String[] folder) throws Exception {
            var postgres = DurablePostgres.start(Path.of(folder[0]), 0);
            execute(postgres, "CREATE TABLE committed (number int)");
            try (var connection = connect(postgres);
                    var insert = connection.prepareStatement("INSERT INTO committed VALUES (?)")) {
                for (int number = 1; ; number++) {
                    insert.setInt(1, number);
                    insert.executeUpdate();
                    System.out.println(number);
                }
            }
        }
    }

    private static ProcessHandle serverProcess() throws Exception {
        var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static Connection connect(DurablePostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password());
    }

    private static void execute(DurablePostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(DurablePostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var answer = new ArrayList<String>();
            while (rows.next()) {
                answer.add(rows.getString(1));
            }
            return answer;
        }
    }
}
