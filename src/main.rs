//! The binary: hands the process over to [`rakor::cli`].

/// Reading, composing and typesetting allocate countless small pieces, which this allocator hands out faster than the
/// system's. Version 0.1.52 of May 2026, MIT; it compiles C, which the requirements in `README.md` mention.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    rakor::cli::main()
}
