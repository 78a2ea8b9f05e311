//! `dobush voter cast`: encrypts, commits, asks, and casts or opens the ballot for a second device.

use super::{
	choices::parse_choices,
	place::{proven_words, write_json, AuditAnswer, CastAnswer, ElectionArgs},
};
use crate::failure::{Failure, Result};
use crate::{
	output,
	session::{KeyArgs, Session},
};
use dobush_client::{
	progress::{Progress, Work},
	voter::{
		casting::{self, Credential},
		Connections,
	},
};
use dobush_primitives::ElectionId;
use std::path::Path;

/// The credential of a key file, or of a development secret.
pub(super) fn open_credential(session: &Session, key: &KeyArgs) -> Result<Credential> {
	if key.key.starts_with("//") {
		return Ok(Credential::direct(session.account(key)?));
	}
	Ok(Credential::of_file(&session.open(key)?)?)
}

pub(super) async fn cast(
	session: &Session,
	connections: &Connections,
	place: &ElectionArgs,
	choices: &[String],
	yes: bool,
	audit: Option<&Path>,
	receipt: Option<&Path>,
) -> Result<()> {
	let credential = open_credential(session, &place.key)?;
	let election = ElectionId(place.election);
	let pin = place.pin.as_deref();
	let view = connections.view(pin, &session.output).await?;
	let paper = credential.paper(connections, &view, election, &session.output).await?;
	let account = credential.account();
	let choices = parse_choices(&paper, choices)?;
	let sealed = paper.seal_selections(account.public(), &choices)?;
	let commitment = hex::encode(sealed.commitment());
	session.output.say(format!("your ballot is encrypted; commitment {commitment}"));
	if let Some(file) = audit {
		let opened = sealed.open(&paper, &account.id());
		write_json(file, &opened)?;
		let answer = AuditAnswer { commitment, file: file.display().to_string() };
		session.output.result(&answer, || {
			format!(
				"the ballot is opened in {} and thrown away; on a second device: dobush voter audit {}\n\
				 Nothing was cast. Run the command again without --audit to vote.",
				answer.file, answer.file
			)
		});
		return Ok(());
	}
	if !yes && !output::ask_yes("Cast this ballot now?") {
		return Err(Failure::new("nothing was cast").hint(
			"run it again and answer with y, or give --yes; --audit FILE opens the ballot for a second device instead",
		));
	}
	let steps = session.output.begin(Work::AwaitingFinality, None);
	let ballot = sealed.wire();
	let file = casting::cast(connections, pin, view, &credential, &paper, &ballot, &session.output).await?;
	steps.now(Work::ProvingInclusion);
	if let Some(path) = receipt {
		write_json(path, &file)?;
	}
	let proven = casting::prove_cast(connections, pin, &file, &session.output).await?;
	drop(steps);
	let answer = CastAnswer { receipt: file, proven };
	session.output.result(&answer, || format!("receipt {}\n{}", answer.receipt.receipt, proven_words(&answer.proven)));
	Ok(())
}
