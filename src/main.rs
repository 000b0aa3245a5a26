//! The binary: hands the process over to [`rakor::cli`].

fn main() -> std::process::ExitCode {
    rakor::cli::main()
}
