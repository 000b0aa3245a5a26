//! `contrib/`: what hands out the parts of a batch hands out every part once, to a command that exists.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser as _;
use rakor::cli::args::{self, Rakor};

fn contrib(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("contrib").join(name)
}

fn missing(program: &str) {
    let _ = writeln!(std::io::stderr(), "NOT TESTED: `{program}` is not installed");
}

/// What `sh` makes of a script that begins other programs: their names and arguments. None where there is no `sh`.
fn begun(script: &str, variables: &[(&str, &str)]) -> Option<Vec<String>> {
    let room = tempfile::tempdir().unwrap();
    // In place of every program one line for each of its words.
    let script = format!("begin() {{ printf '%s\\n' \"$@\"; }}\n{}", script.replace("exec ", "begin "));
    let path = room.path().join("script");
    fs::write(&path, script).unwrap();
    let mut command = Command::new("sh");
    let asked = command.arg("-eu").arg(&path).env_clear().envs(variables.iter().copied()).output();
    let Ok(asked) = asked else {
        missing("sh");
        return None;
    };
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    Some(String::from_utf8(asked.stdout).unwrap().lines().map(str::to_owned).collect())
}

/// The part that a command makes.
fn part(words: &[String]) -> String {
    assert_eq!(words[0], "rakor");
    let parsed = Rakor::try_parse_from(words).unwrap();
    let args::Command::Buat(buat) = parsed.command else { panic!("{words:?}") };
    assert_eq!((buat.proses == Some(0), buat.tahap), (false, None));
    assert!(parsed.common.folder.is_some(), "{words:?}");
    buat.bagian.unwrap()
}

fn all_parts(of: usize) -> BTreeSet<String> {
    (1..=of).map(|number| format!("{number}/{of}")).collect()
}

/// The script in the manifest, and the variables that it sets.
fn pod() -> (String, Vec<(String, String)>) {
    let text = fs::read_to_string(contrib("kubernetes/rakor-bulanan.yaml")).unwrap();
    let (_, rest) = text.split_once("            - >-\n").unwrap();
    let (script, rest) = rest.split_once("          env:\n").unwrap();
    // As YAML folds it.
    let script = script.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let (names, _) = rest.split_once("          resources:\n").unwrap();
    let values = names.split("- name: ").skip(1).map(|one| {
        let (name, value) = one.split_once("value: \"").unwrap();
        (name.trim().to_owned(), value.split('"').next().unwrap().to_owned())
    });
    (script, values.collect())
}

#[test]
fn the_pods_make_every_part_once() {
    let (script, variables) = pod();
    let text = fs::read_to_string(contrib("kubernetes/rakor-bulanan.yaml")).unwrap();
    let count = |key: &str| -> usize {
        let line = text.lines().find_map(|line| line.trim().strip_prefix(key)).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    };
    let of = count("completions:");
    assert!(variables.contains(&("JUMLAH_BAGIAN".to_owned(), of.to_string())), "{variables:?}");
    let mut made = BTreeSet::new();
    for index in 0..of {
        let index = index.to_string();
        let mut all: Vec<(&str, &str)> =
            variables.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.push(("JOB_COMPLETION_INDEX", &index));
        let Some(words) = begun(&script, &all) else { return };
        assert!(made.insert(part(&words)), "twice");
    }
    assert_eq!(made, all_parts(of));
}

#[test]
fn the_array_makes_every_part_once_wherever_it_begins() {
    let script = fs::read_to_string(contrib("slurm/rakor-bulanan.sh")).unwrap();
    let array = script.lines().find_map(|line| line.strip_prefix("#SBATCH --array=0-")).unwrap();
    let last: usize = array.parse().unwrap();
    for (first, last) in [(0, last), (1, 1), (1, 7), (5, 17)] {
        let of = last - first + 1;
        let mut made = BTreeSet::new();
        for task in first..=last {
            let (task, count, least) = (task.to_string(), of.to_string(), first.to_string());
            let variables = [
                ("SLURM_ARRAY_TASK_ID", task.as_str()),
                ("SLURM_ARRAY_TASK_COUNT", &count),
                ("SLURM_ARRAY_TASK_MIN", &least),
                ("SLURM_CPUS_PER_TASK", "4"),
                ("PERIODE", "2025-08"),
            ];
            let Some(words) = begun(&script, &variables) else { return };
            assert!(made.insert(part(&words)), "twice");
        }
        assert_eq!(made, all_parts(of));
    }
}

#[test]
fn the_line_for_gnu_parallel_names_every_part_once() {
    let script = fs::read_to_string(contrib("parallel/rakor-bulanan.sh")).unwrap();
    let Some(words) = begun(&script, &[("PERIODE", "2025-08")]) else { return };
    assert_eq!(words[0], "parallel");
    let from = words.iter().position(|word| word == "rakor").unwrap();
    let until = words.iter().position(|word| word == ":::").unwrap();
    let made: BTreeSet<String> = words[until + 1..]
        .iter()
        .map(|number| part(&words[from..until].iter().map(|word| word.replace("{}", number)).collect::<Vec<_>>()))
        .collect();
    assert_eq!(made, all_parts(4));
}

#[test]
fn the_scripts_are_of_the_shell_and_may_be_run() {
    for name in ["slurm/rakor-bulanan.sh", "parallel/rakor-bulanan.sh"] {
        let path = contrib(name);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o111, 0o111, "{name}");
        }
        let Ok(asked) = Command::new("sh").arg("-n").arg(&path).output() else { return missing("sh") };
        assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
        // A month that was forgotten is said, not guessed.
        let Ok(asked) = Command::new("sh").arg(&path).env_remove("PERIODE").output() else { return missing("sh") };
        assert!(!asked.status.success() && String::from_utf8_lossy(&asked.stderr).contains("PERIODE"), "{name}");
    }
}

#[test]
fn the_manifest_is_yaml_and_an_indexed_job() {
    let read = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)";
    let asked = Command::new("python3").args(["-c", read]).arg(contrib("kubernetes/rakor-bulanan.yaml")).output();
    let Some(asked) = asked.ok().filter(|asked| asked.status.success()) else { return missing("python3 with yaml") };
    let job: serde_json::Value = serde_json::from_slice(&asked.stdout).unwrap();
    assert_eq!((&job["apiVersion"], &job["kind"]), (&"batch/v1".into(), &"Job".into()));
    assert_eq!(job["spec"]["completionMode"], "Indexed");
    let pod = &job["spec"]["template"]["spec"];
    // Rules by exit code ask for it.
    assert_eq!(pod["restartPolicy"], "Never");
    let script = pod["containers"][0]["args"][0].as_str().unwrap();
    assert_eq!(script, self::pod().0);
}
